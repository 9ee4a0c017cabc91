package org.unenrol.model;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * The learner and the activity that the words of a row name, in the platform's own ids. A username
 * can be given to another person, and a reference to another activity; these ids never change
 * hands.
 *
 * @param learner null where the username is not recognised
 * @param activity null where the reference is not recognised
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Meaning(@Nullable String learner, @Nullable String activity) {}
