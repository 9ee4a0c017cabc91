package org.unenrol.platform;

/**
 * A course or a session of the catalogue that has an external reference.
 *
 * @param area the part of the catalogue that it is in: who manages that, manages it
 */
public record Activity(String externalReference, String title, Kind kind, String area) {

    /** A kind of activity that people are enrolled in. */
    public enum Kind {
        COURSE,
        SESSION
    }
}
