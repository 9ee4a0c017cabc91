/**
 * The common parts of every service: its loops, how its schemas are migrated, its common settings.
 */
@NullMarked
package org.unenrol.service;

import org.jspecify.annotations.NullMarked;
