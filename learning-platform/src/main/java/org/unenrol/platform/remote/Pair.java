package org.unenrol.platform.remote;

/** A learner and an activity, by the platform's ids. */
public record Pair(String learnerId, String activityId) {}
