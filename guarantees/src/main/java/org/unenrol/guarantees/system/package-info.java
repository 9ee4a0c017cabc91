/**
 * The system to be broken: every service, the broker and the database a process of its own, which
 * can be killed, frozen and started again, with proxies between them.
 */
@NullMarked
package org.unenrol.guarantees.system;

import org.jspecify.annotations.NullMarked;
