/**
 * The way in, for those who may: portal accounts with an administrator's role. The portal keeps a
 * session; the API asks for the password with every request. Guessing is slowed down in both.
 */
@NullMarked
package org.unenrol.portal.access;

import org.jspecify.annotations.NullMarked;
