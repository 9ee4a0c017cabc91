/** Certificates that are made when a test runs. */
@NullMarked
package org.unenrol.test.tls;

import org.jspecify.annotations.NullMarked;
