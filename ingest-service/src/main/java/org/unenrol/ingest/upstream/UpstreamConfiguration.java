package org.unenrol.ingest.upstream;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.unenrol.account.Accounts;
import org.unenrol.intake.Intake;
import org.unenrol.intake.UploadSettings;
import org.unenrol.ledger.upstream.ReadyRequests;
import org.unenrol.ledger.upstream.RequestHistory;
import org.unenrol.ledger.upstream.RequestRows;
import org.unenrol.ledger.upstream.SetAsideRecords;
import org.unenrol.ledger.upstream.UpstreamRequests;
import org.unenrol.messaging.BatchHandlings;
import org.unenrol.messaging.DeadLetters;
import org.unenrol.messaging.TopicReaders;
import org.unenrol.platform.OpenEnrolments;
import org.unenrol.service.WorkLoop;

/** The way in for upstream systems, where there are any. */
@Configuration(proxyBeanMethods = false)
@Conditional(SourcesConfigured.class)
class UpstreamConfiguration {

    /** A request of so many rows holds up no smaller one for longer than a moment. */
    private static final int SMALL = 10_000;

    @Bean
    UpstreamTopics upstreamTopics(UpstreamSettings settings) {
        return new UpstreamTopics(settings.names());
    }

    @Bean
    UnreadRequests unreadRequests(UpstreamSettings settings, TopicReaders readers) {
        return new UnreadRequests(settings.names(), readers);
    }

    @Bean
    UpstreamMetrics upstreamMetrics(UpstreamSettings settings, RequestHistory history) {
        return new UpstreamMetrics(settings.names(), history);
    }

    @Bean
    Sources upstreamSources(UpstreamSettings settings, Accounts accounts, UploadSettings upload) {
        return new Sources(settings, accounts, upload.maxSize());
    }

    @Bean
    RequestAssembly requestAssembly(
            UpstreamSettings settings,
            ReadyRequests ready,
            RequestRows rows,
            ObjectProvider<OpenEnrolments> platform,
            Accounts accounts,
            Intake intake) {
        return new RequestAssembly(
                settings, ready, rows, new LearnerRows(platform), accounts, intake);
    }

    /** One thread makes small requests imports, the other one all. */
    @Bean
    WorkLoop smallRequestsLoop(RequestAssembly assembly) {
        return loop("small-requests", assembly, SMALL);
    }

    @Bean
    WorkLoop requestsLoop(RequestAssembly assembly) {
        return loop("requests", assembly, Integer.MAX_VALUE);
    }

    private static WorkLoop loop(String name, RequestAssembly assembly, int mostRows) {
        return new WorkLoop(
                name,
                1,
                Duration.ofMillis(500),
                () -> WorkLoop.Then.after(assembly.makeNext(mostRows)));
    }

    @Bean
    WorkLoop unfinishedRequestsLoop(UpstreamRequests requests, UpstreamSettings settings) {
        return new WorkLoop(
                "unfinished-requests",
                1,
                Duration.ofSeconds(5),
                () -> WorkLoop.Then.after(requests.refuseUnfinished(settings.timeLimit()) > 0));
    }

    @Bean
    RequestListener requestListener(
            UpstreamSettings settings,
            Sources sources,
            UpstreamRequests requests,
            SetAsideRecords setAside,
            DeadLetters deadLetters,
            @Qualifier("smallRequestsLoop") WorkLoop small,
            @Qualifier("requestsLoop") WorkLoop all,
            BatchHandlings handlings) {
        return new RequestListener(
                new RequestReader(settings.largestRecord().toBytes()),
                sources,
                requests,
                setAside,
                deadLetters,
                () -> {
                    small.signal();
                    all.signal();
                },
                handlings);
    }
}
