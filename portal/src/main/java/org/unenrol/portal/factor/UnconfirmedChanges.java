package org.unenrol.portal.factor;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Leads whoever has not shown the password again to where that is done. */
@ControllerAdvice
class UnconfirmedChanges {

    @ExceptionHandler(UnconfirmedException.class)
    String lead() {
        return "redirect:" + OwnFactors.PAGE + "?confirm";
    }
}
