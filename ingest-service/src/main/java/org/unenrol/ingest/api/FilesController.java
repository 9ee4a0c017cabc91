package org.unenrol.ingest.api;

import io.swagger.v3.oas.annotations.Operation;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.unenrol.csv.TemplateFile;
import org.unenrol.platform.sample.SampleOrganisation;

/**
 * The template, which is a header only, and the example, whose rows work on the sample data. The
 * portal has them too, as the API does not know its sessions.
 */
@RestController
@RequestMapping({"/api/v1/files", "/files"})
class FilesController {

    @Operation(summary = "The header of an unenrolment file, to be filled in")
    @GetMapping("/template.csv")
    ResponseEntity<Resource> template() {
        return csv("unenrolments-template.csv", new ByteArrayResource(TemplateFile.bytes()));
    }

    @Operation(summary = "A file with some rows that work on the sample data")
    @GetMapping("/example.csv")
    ResponseEntity<Resource> example() {
        return csv("unenrolments-example.csv", SampleOrganisation.exampleFile());
    }

    private static ResponseEntity<Resource> csv(String name, Resource content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
