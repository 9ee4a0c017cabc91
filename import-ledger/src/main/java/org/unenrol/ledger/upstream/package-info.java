/**
 * Requests of upstream systems: received record by record, made imports or refused, and answered.
 * Each step is one transaction that can come again.
 */
@NullMarked
package org.unenrol.ledger.upstream;

import org.jspecify.annotations.NullMarked;
