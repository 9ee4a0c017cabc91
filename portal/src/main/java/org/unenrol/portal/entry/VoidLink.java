package org.unenrol.portal.entry;

import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** The answer to a link that was used already, has ended, or never was. */
final class VoidLink {

    private VoidLink() {}

    static ModelAndView page() {
        ModelAndView page = new ModelAndView("entry/void-link");
        page.setStatus(HttpStatus.GONE);
        return page;
    }
}
