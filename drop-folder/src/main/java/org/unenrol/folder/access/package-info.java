/**
 * The port to a folder, and its adapter for one on this machine. Nothing here knows what the files
 * are for. Links are never followed inside of a folder, and nothing is ever overwritten.
 */
@NullMarked
package org.unenrol.folder.access;

import org.jspecify.annotations.NullMarked;
