package org.unenrol.ingest.upstream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.unenrol.ledger.upstream.RequestCounts;
import org.unenrol.ledger.upstream.RequestHistory;

/** Shows operators what has become of the requests of each source. */
final class UpstreamMetrics implements MeterBinder {

    private final List<String> sources;
    private final RequestHistory history;

    UpstreamMetrics(List<String> sources, RequestHistory history) {
        this.sources = sources;
        this.history = history;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (String source : sources) {
            gauge("unenrol.requests.open", source, RequestCounts::open)
                    .description("Requests that are not whole, or not imports yet")
                    .register(meters);
            gauge("unenrol.requests.waiting", source, counts -> counts.waiting().toSeconds())
                    .description("How long the oldest whole request has waited to become an import")
                    .baseUnit("seconds")
                    .register(meters);
            gauge("unenrol.requests.refused", source, RequestCounts::refused)
                    .description("Requests that were refused")
                    .register(meters);
            gauge("unenrol.requests.set.aside", source, RequestCounts::setAside)
                    .description("Records that nobody could be answered about")
                    .register(meters);
        }
    }

    private Gauge.Builder<RequestHistory> gauge(
            String name, String source, ToDoubleFunction<RequestCounts> figure) {
        return Gauge.builder(
                        name, history, requests -> figure.applyAsDouble(requests.counts(source)))
                .tag("source", source);
    }
}
