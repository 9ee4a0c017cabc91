/** An upstream system to try the topics of requests and replies with. */
@NullMarked
package org.unenrol.standalone.upstream;

import org.jspecify.annotations.NullMarked;
