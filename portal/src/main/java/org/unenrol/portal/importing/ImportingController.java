package org.unenrol.portal.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.constraints.Pattern;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.unenrol.csv.RefusedFileException;
import org.unenrol.intake.Upload;
import org.unenrol.model.Mode;
import org.unenrol.portal.Elsewhere;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;
import org.unenrol.portal.limit.TooMuchAtATimeException;

/** The dialog's form: as a part of a page for the script, as a page of its own without one. */
@Controller
class ImportingController {

    private static final String ATTEMPT = "[0-9a-f-]{0,64}";

    private final ImportDialog dialog;
    private final CancellableIntake intake;
    private final UploadAttempts attempts;

    ImportingController(ImportDialog dialog, CancellableIntake intake, UploadAttempts attempts) {
        this.dialog = dialog;
        this.intake = intake;
        this.attempts = attempts;
    }

    @GetMapping("/imports/new")
    String form() {
        return "importing/page";
    }

    @GetMapping(path = "/imports/new", params = "too-large")
    ModelAndView tooLarge(
            @RequestHeader(name = Elsewhere.SCRIPT, defaultValue = "false") boolean script) {
        return refusal(dialog.tooLarge(), true, script);
    }

    /** After the sign-in that an upload has led to. */
    @GetMapping(path = "/imports/new", params = "not-uploaded")
    ModelAndView notUploaded() {
        return refusal(FormError.notUploaded(), true, false);
    }

    /**
     * Verifies the file, whatever is wanted: a real run begins on the page that tells what it would
     * come to, and nowhere else.
     */
    @Limited({Limit.IMPORTS, Limit.UPLOADS})
    @PostMapping("/imports")
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") List<String> verifyOnly,
            @RequestParam(defaultValue = "") @Pattern(regexp = ATTEMPT) String attempt,
            @RequestHeader(name = Elsewhere.SCRIPT, defaultValue = "false") boolean script,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        boolean onlyVerified = isOnlyVerified(verifyOnly);
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            return refusal(FormError.nothingSelected(), onlyVerified, script);
        }
        try (InputStream content = file.getInputStream()) {
            Upload upload =
                    new Upload(
                            content, name, null, Mode.VERIFY_ONLY, administrator.submitter(), null);
            return intake.take(upload, attempt)
                    .map(id -> Elsewhere.to(next(id, onlyVerified), script))
                    .orElseGet(() -> form(script));
        } catch (RefusedFileException e) {
            return refusal(dialog.error(e).about(name), onlyVerified, script);
        }
    }

    /**
     * Cancels an upload that is being checked: nothing of it stays behind. Once it has been taken
     * in it is too late; the upload's own answer says what became of it.
     */
    @PostMapping("/imports/uploads/cancelled")
    ResponseEntity<Void> cancelled(
            @RequestParam @Pattern(regexp = ATTEMPT) String attempt,
            @AuthenticationPrincipal Administrator administrator) {
        return ResponseEntity.status(
                        attempts.cancel(administrator.getUsername(), attempt)
                                ? HttpStatus.NO_CONTENT
                                : HttpStatus.CONFLICT)
                .build();
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return refusal(dialog.tooLarge(), true, "true".equals(request.getHeader(Elsewhere.SCRIPT)));
    }

    @ExceptionHandler
    ModelAndView tooMuch(TooMuchAtATimeException e, HttpServletRequest request) {
        ModelAndView view =
                refusal(
                        FormError.tooMuch(e),
                        true,
                        "true".equals(request.getHeader(Elsewhere.SCRIPT)));
        view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return view;
    }

    /**
     * A real run has to be asked for: the form says "false" first, and "true" after it where the
     * box is ticked. What says neither verifies only.
     */
    private static boolean isOnlyVerified(List<String> verifyOnly) {
        return !List.of("false").equals(verifyOnly);
    }

    private static String next(UUID verification, boolean onlyVerified) {
        return "/imports/" + verification + (onlyVerified ? "" : "/apply");
    }

    private static ModelAndView form(boolean script) {
        return new ModelAndView(script ? "importing/form :: choosing" : "importing/page");
    }

    private static ModelAndView refusal(FormError error, boolean onlyVerified, boolean script) {
        ModelAndView view =
                form(script).addObject("error", error).addObject("verifyOnly", onlyVerified);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
