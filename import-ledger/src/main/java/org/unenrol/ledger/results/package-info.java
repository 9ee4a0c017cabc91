/**
 * The imports that wait for their results file, and the one transaction that ends an import: state,
 * results, mail and event together.
 */
@NullMarked
package org.unenrol.ledger.results;

import org.jspecify.annotations.NullMarked;
