package org.unenrol.model;

/**
 * The choice to send a learner an unenrolment email, irrespective of being enrolled at the moment.
 */
public enum EmailChoice {
    YES,
    NO
}
