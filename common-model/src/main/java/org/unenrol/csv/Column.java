package org.unenrol.csv;

/** The columns every file must have. */
enum Column {
    USERNAME("Username"),
    ACTIVITY_REFERENCE("Activity external reference"),
    SEND_EMAIL("Send unenrolment email");

    private final String label;
    private final String key;

    Column(String label) {
        this.label = label;
        this.key = HeaderName.key(label);
    }

    String label() {
        return label;
    }

    boolean isNamed(String cell) {
        return key.equals(HeaderName.key(cell));
    }

    /** Tells whether a cell would name the column, were it not for odd characters. */
    boolean isMeantBy(String cell) {
        return HeaderName.isAlike(cell, key);
    }
}
