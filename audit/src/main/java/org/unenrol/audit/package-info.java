/**
 * The record of who did what, from where and when. Entries are only ever added: with a change in
 * the transaction that makes it, so that one is not without the other. A moment later each is
 * chained to the one before by a hash, so that a later change, a gap or another order is found.
 */
@NullMarked
package org.unenrol.audit;

import org.jspecify.annotations.NullMarked;
