package org.unenrol.benchmarks;

/** The measures by the names that the command line knows them by. */
enum MeasureName {
    THROUGHPUT(new Throughput(Deployment.Kind.STANDALONE)),
    PROCESSES(new Throughput(Deployment.Kind.PROCESSES)),
    BATCHES(new BatchesAlone()),
    PROFILE(new Profile()),
    LATENCY(new Latency()),
    MEMORY(new Memory()),
    REQUESTS(new Requests()),
    SCALE_OUT(new ScaleOut()),
    START(new Start());

    @SuppressWarnings("ImmutableEnumChecker") // measures have no state
    private final Measure measure;

    MeasureName(Measure measure) {
        this.measure = measure;
    }

    Measure measure() {
        return measure;
    }
}
