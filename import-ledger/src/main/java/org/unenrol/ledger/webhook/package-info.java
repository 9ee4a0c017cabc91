/**
 * The webhook outbox. Of each event one delivery is made for each address that is to be told; its
 * body is stored then and stays the same for every try.
 */
@NullMarked
package org.unenrol.ledger.webhook;

import org.jspecify.annotations.NullMarked;
