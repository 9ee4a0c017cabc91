/**
 * The agreement between the services: the messages on the topics, the outcomes a row can have, and
 * the words for them. Fields are only ever added, and consumers ignore the ones they do not know.
 */
@NullMarked
package org.unenrol.model;

import org.jspecify.annotations.NullMarked;
