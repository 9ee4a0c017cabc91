/**
 * Folders on SFTP servers, by Apache MINA SSHD and the session factory of Spring Integration. A
 * server is believed only when it shows the key that is set: there is no trust on first use.
 */
@NullMarked
package org.unenrol.folder.sftp;

import org.jspecify.annotations.NullMarked;
