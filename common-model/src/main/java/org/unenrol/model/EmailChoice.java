package org.unenrol.model;

/** Whether a learner is sent an unenrolment email, irrespective of being enrolled at the moment. */
public enum EmailChoice {
    YES,
    NO
}
