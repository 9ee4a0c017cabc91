/**
 * The pages of second factors: where one is asked for, and where administrators add and remove
 * their own. Nothing is changed before the owner has shown the password again.
 */
@NullMarked
package org.unenrol.portal.factor;

import org.jspecify.annotations.NullMarked;
