/**
 * The description of the API (OpenAPI), for programs and as a page. It is written by hand, in
 * {@code openapi.yaml}; the tests hold it to what the API answers.
 */
@NullMarked
package org.unenrol.ingest.api.description;

import org.jspecify.annotations.NullMarked;
