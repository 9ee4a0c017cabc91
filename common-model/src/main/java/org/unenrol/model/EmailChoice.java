package org.unenrol.model;

/**
 * The choice to send a learner an unenrolment email, irrespective of being enrolled at the moment.
 */
public enum EmailChoice {
    YES("Yes"),
    NO("No");

    private final String text;

    EmailChoice(String text) {
        this.text = text;
    }

    /** The word for it in a file, whatever the language of its reader. */
    public String text() {
        return text;
    }
}
