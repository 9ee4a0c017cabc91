/**
 * The three services and what they need in one JVM: a real broker, a real database and a mail
 * server, with their data in one folder. What runs here is what runs as three processes elsewhere.
 */
@NullMarked
package org.unenrol.standalone;

import org.jspecify.annotations.NullMarked;
