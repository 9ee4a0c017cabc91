package org.unenrol.platform.catalogue;

/**
 * The number of learners of an activity.
 *
 * @param area the part of the catalogue that the activity is in
 * @param enrolled how many learners are enrolled at this moment
 */
public record EnrolmentCount(String area, int enrolled) {}
