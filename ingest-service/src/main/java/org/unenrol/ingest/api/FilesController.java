package org.unenrol.ingest.api;

import java.io.IOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.csv.TemplateFile;

/**
 * The template, which is a header only, and the example, whose rows work on the sample organisation
 * where that is on the class path. The portal has them too, as the API does not know its sessions.
 */
@RestController
@RequestMapping({"/api/v1/files", "/files"})
class FilesController {

    private static final Resource OF_THE_SAMPLE =
            new ClassPathResource("org/unenrol/sample/example.csv");

    private static final Resource OWN = new ClassPathResource("example.csv", FilesController.class);

    @GetMapping("/template.csv")
    ResponseEntity<byte[]> template() {
        return csv("unenrolments-template.csv", TemplateFile.bytes());
    }

    @GetMapping("/example.csv")
    ResponseEntity<byte[]> example() throws IOException {
        Resource rows = OF_THE_SAMPLE.exists() ? OF_THE_SAMPLE : OWN;
        return csv("unenrolments-example.csv", rows.getContentAsByteArray());
    }

    private static ResponseEntity<byte[]> csv(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
