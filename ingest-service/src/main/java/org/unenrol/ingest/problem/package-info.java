/**
 * Problems of the API (RFC 9457): each has a stable type, a status and a sentence that says how to
 * fix it, whoever finds it: a controller, the sign-in, or the web server before either is asked.
 */
@NullMarked
package org.unenrol.ingest.problem;

import org.jspecify.annotations.NullMarked;
