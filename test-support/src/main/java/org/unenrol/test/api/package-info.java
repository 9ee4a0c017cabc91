/**
 * The REST API of a running system, as clients in any language see it, and its description (OpenAPI
 * 3.1), to which answers are held.
 */
@NullMarked
package org.unenrol.test.api;

import org.jspecify.annotations.NullMarked;
