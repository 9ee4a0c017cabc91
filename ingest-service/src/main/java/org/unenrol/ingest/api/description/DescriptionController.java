package org.unenrol.ingest.api.description;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** The description of the API, for anybody: as OpenAPI, and as a page on which to try calls. */
@Controller
class DescriptionController {

    private final ApiDescription description;

    DescriptionController() throws IOException {
        this.description = ApiDescription.read();
    }

    @GetMapping(path = "/api/openapi", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> openApi(HttpServletRequest request) {
        return description.of(request.getContextPath());
    }

    @GetMapping("/api/docs")
    String page() {
        return "api/docs";
    }
}
