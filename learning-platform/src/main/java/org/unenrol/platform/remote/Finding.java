package org.unenrol.platform.remote;

import org.unenrol.platform.Activity;
import org.unenrol.platform.Learner;
import org.unenrol.platform.Match;

/**
 * The result of a look.
 *
 * @param place of no meaning unless both are known
 */
public record Finding(Match<Learner> learner, Match<Activity> activity, Place place) {}
