/** Learners and what they are enrolled in, made in the tables of the platform that comes along. */
@NullMarked
package org.unenrol.test.people;

import org.jspecify.annotations.NullMarked;
