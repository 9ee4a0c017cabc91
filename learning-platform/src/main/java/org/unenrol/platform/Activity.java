package org.unenrol.platform;

/** A course or a session of the catalogue that has an external reference. */
public record Activity(String externalReference, String title, Kind kind) {

    /** What can be enrolled in. */
    public enum Kind {
        COURSE,
        SESSION
    }
}
