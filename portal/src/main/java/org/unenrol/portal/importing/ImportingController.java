package org.unenrol.portal.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
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
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;
import org.unenrol.portal.limit.TooMuchAtATimeException;

/** The dialog's form: as a part of a page for the script, as a page of its own without one. */
@Controller
class ImportingController {

    private static final String SCRIPT = "HX-Request";
    private static final String ATTEMPT = "[0-9a-f-]{0,64}";

    private final ImportDialog dialog;
    private final CarefulIntake intake;
    private final UploadAttempts attempts;

    ImportingController(ImportDialog dialog, CarefulIntake intake, UploadAttempts attempts) {
        this.dialog = dialog;
        this.intake = intake;
        this.attempts = attempts;
    }

    @GetMapping("/imports/new")
    String form() {
        return "importing/page";
    }

    @GetMapping(path = "/imports/new", params = "too-large")
    ModelAndView tooLarge(@RequestHeader(name = SCRIPT, defaultValue = "false") boolean script) {
        return refusal(dialog.tooLarge(), Mode.VERIFY_ONLY, script);
    }

    /** After the sign-in that an upload has led to. */
    @GetMapping(path = "/imports/new", params = "not-uploaded")
    ModelAndView notUploaded() {
        return refusal(FormError.notUploaded(), Mode.VERIFY_ONLY, false);
    }

    @Limited({Limit.IMPORTS, Limit.UPLOADS})
    @PostMapping("/imports")
    ModelAndView upload(
            @RequestParam(required = false) @Nullable MultipartFile file,
            @RequestParam(defaultValue = "") List<String> verifyOnly,
            @RequestParam(defaultValue = "") @Pattern(regexp = ATTEMPT) String attempt,
            @RequestHeader(name = SCRIPT, defaultValue = "false") boolean script,
            @AuthenticationPrincipal Administrator administrator,
            HttpSession session)
            throws IOException {
        Mode mode = mode(verifyOnly);
        String name = file == null ? null : file.getOriginalFilename();
        if (file == null || name == null || name.isEmpty()) {
            return refusal(FormError.nothingSelected(), mode, script);
        }
        try (InputStream content = file.getInputStream()) {
            CarefulIntake.Taken taken =
                    intake.take(
                            new Upload(content, name, null, mode, administrator.submitter(), null),
                            attempt,
                            session);
            return answer(taken, script);
        } catch (RefusedFileException e) {
            return refusal(dialog.error(e).about(name), mode, script);
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

    /** Imports the file that was held back, as the administrator has decided now. */
    @Limited({Limit.IMPORTS, Limit.UPLOADS})
    @PostMapping("/imports/confirmed")
    ModelAndView confirmed(
            @RequestParam UUID file,
            @RequestParam Mode mode,
            @RequestHeader(name = SCRIPT, defaultValue = "false") boolean script,
            @AuthenticationPrincipal Administrator administrator,
            HttpSession session)
            throws IOException {
        return intake.confirm(file, mode, administrator.submitter(), session)
                .map(id -> answer(new CarefulIntake.Begun(id), script))
                .orElseGet(() -> refusal(FormError.heldNoLonger(), Mode.VERIFY_ONLY, script));
    }

    /** Discards the file that was held back. */
    @PostMapping("/imports/discarded")
    ModelAndView discarded(
            @RequestParam UUID file,
            @RequestHeader(name = SCRIPT, defaultValue = "false") boolean script,
            HttpSession session) {
        intake.discard(file, session);
        return elsewhere("/", script);
    }

    @ExceptionHandler
    ModelAndView tooLarge(MaxUploadSizeExceededException e, HttpServletRequest request) {
        return refusal(
                dialog.tooLarge(), Mode.VERIFY_ONLY, "true".equals(request.getHeader(SCRIPT)));
    }

    @ExceptionHandler
    ModelAndView tooMuch(TooMuchAtATimeException e, HttpServletRequest request) {
        ModelAndView view =
                refusal(
                        FormError.tooMuch(e),
                        Mode.VERIFY_ONLY,
                        "true".equals(request.getHeader(SCRIPT)));
        view.setStatus(HttpStatus.TOO_MANY_REQUESTS);
        return view;
    }

    /**
     * A real run has to be asked for: the form says "false" first, and "true" after it where the
     * box is ticked. What says neither verifies only.
     */
    private static Mode mode(List<String> verifyOnly) {
        return List.of("false").equals(verifyOnly) ? Mode.APPLY : Mode.VERIFY_ONLY;
    }

    private static ModelAndView answer(CarefulIntake.Taken taken, boolean script) {
        if (taken instanceof CarefulIntake.Begun begun) {
            return elsewhere("/imports/" + begun.importId(), script);
        }
        if (taken instanceof CarefulIntake.Held held) {
            return new ModelAndView(
                            script ? "importing/form :: confirmation" : "importing/confirmation")
                    .addObject("held", held.file());
        }
        return new ModelAndView(script ? "importing/form :: choosing" : "importing/page");
    }

    private static ModelAndView elsewhere(String path, boolean script) {
        return script
                ? new ModelAndView(new Elsewhere(path))
                : new ModelAndView("redirect:" + path);
    }

    private static ModelAndView refusal(FormError error, Mode mode, boolean script) {
        ModelAndView view =
                new ModelAndView(script ? "importing/form :: choosing" : "importing/page")
                        .addObject("error", error)
                        .addObject("verifyOnly", mode == Mode.VERIFY_ONLY);
        view.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return view;
    }
}
