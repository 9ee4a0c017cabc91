/**
 * Who may come in: portal accounts with an administrator's role. The API asks for the password with
 * every request, by HTTP Basic; the portal keeps a session. Guessing is slowed down in both.
 */
@NullMarked
package org.unenrol.ingest.access;

import org.jspecify.annotations.NullMarked;
