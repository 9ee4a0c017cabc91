package org.unenrol.worker;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.unenrol.account.Accounts;
import org.unenrol.platform.RowSettler;
import org.unenrol.worker.apply.RowSettlement;

/** Wires the worker's parts. */
@Configuration(proxyBeanMethods = false)
class WorkerConfiguration {

    @Bean
    RowSettlement rowSettlement(RowSettler platform, Accounts accounts, MeterRegistry meters) {
        return new RowSettlement(platform, accounts::areasOf, meters);
    }

    @Bean
    Integer workerConcurrency(WorkerSettings settings) {
        return settings.concurrency();
    }
}
