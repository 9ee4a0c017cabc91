/** Shows the mails that the local mail server has received, to anybody on this machine. */
@NullMarked
package org.unenrol.standalone.mailbox;

import org.jspecify.annotations.NullMarked;
