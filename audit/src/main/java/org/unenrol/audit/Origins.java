package org.unenrol.audit;

/** Tells who asks for what is being done. */
@FunctionalInterface
public interface Origins {

    /** The origin of what this thread does; {@link Origin#SERVICE} where nobody has asked. */
    Origin current();
}
