package org.unenrol.guarantees.load;

import java.util.List;
import java.util.stream.Stream;

/** The upstream systems that publish requests, each in a way of its own. */
public enum UpstreamSource {
    /** Sends in binary content mode. */
    HR("APPLY", false),
    /** Sends in structured content mode. */
    SIS("APPLY", true),
    /** Has its requests verified only. */
    IDM("VERIFY_ONLY", false);

    private final String mode;
    private final boolean structured;

    UpstreamSource(String mode, boolean structured) {
        this.mode = mode;
        this.structured = structured;
    }

    /** Its name in settings and topics. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** The mode that it asks for, as it is written in a request. */
    public String mode() {
        return mode;
    }

    public boolean verifiesOnly() {
        return mode.equals("VERIFY_ONLY");
    }

    boolean isStructured() {
        return structured;
    }

    public String requests() {
        return "unenrolment.requests." + id();
    }

    /** The settings with which ingest-service knows them all. */
    public static List<String> settings() {
        return Stream.of(values())
                .flatMap(
                        source ->
                                Stream.of(
                                                "account=" + AdministratorClient.USERNAME,
                                                "modes=APPLY,VERIFY_ONLY")
                                        .map(
                                                setting ->
                                                        "--unenrol.upstream.sources."
                                                                + source.id()
                                                                + "."
                                                                + setting))
                .toList();
    }
}
