/** Proxies that cut, swallow, delay, throttle and half-close what passes through them. */
@NullMarked
package org.unenrol.guarantees.network;

import org.jspecify.annotations.NullMarked;
