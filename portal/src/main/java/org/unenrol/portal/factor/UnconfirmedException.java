package org.unenrol.portal.factor;

/** Thrown where somebody wants to change a second factor and has not shown the password again. */
public final class UnconfirmedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnconfirmedException() {
        super("the password has to be shown again");
    }
}
