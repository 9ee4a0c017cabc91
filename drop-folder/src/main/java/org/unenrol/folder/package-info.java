/**
 * Drop folders as a way in: a file that is put into a folder, on this machine or on an SFTP server,
 * becomes an import, and comes back beside its results.
 */
@NullMarked
package org.unenrol.folder;

import org.jspecify.annotations.NullMarked;
