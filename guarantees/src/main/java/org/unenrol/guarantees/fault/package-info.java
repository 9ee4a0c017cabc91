/** Ways to break the running system, each with its way to heal it. */
@NullMarked
package org.unenrol.guarantees.fault;

import org.jspecify.annotations.NullMarked;
