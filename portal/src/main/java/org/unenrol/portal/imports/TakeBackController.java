package org.unenrol.portal.imports;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.unenrol.intake.RowsAgain;
import org.unenrol.ledger.Import;
import org.unenrol.ledger.ImportsOf;
import org.unenrol.ledger.Submission;
import org.unenrol.model.ManagedAreas;
import org.unenrol.model.Mode;
import org.unenrol.platform.TakeBackForecast;
import org.unenrol.portal.NotFoundException;
import org.unenrol.portal.Wording;
import org.unenrol.portal.access.Administrator;
import org.unenrol.portal.limit.Limit;
import org.unenrol.portal.limit.Limited;

/** Takes imports back, and runs rows again that the system has failed; each asks once before. */
@Controller
class TakeBackController {

    private final RowsAgain rowsAgain;
    private final ObjectProvider<TakeBackForecast> forecast;
    private final Wording wording;

    TakeBackController(
            RowsAgain rowsAgain, ObjectProvider<TakeBackForecast> forecast, Wording wording) {
        this.rowsAgain = rowsAgain;
        this.forecast = forecast;
        this.wording = wording;
    }

    @GetMapping("/imports/{id}/take-back")
    String beforeTakingBack(
            @PathVariable UUID id,
            @RequestParam(name = "row", required = false) @Nullable List<Integer> chosen,
            @RequestParam(name = "chosen", defaultValue = "false") boolean onlyChosen,
            ImportsOf imports,
            ManagedAreas areas,
            Model model) {
        Import known = find(imports, id);
        if (onlyChosen && chosen == null) {
            return "redirect:/imports/" + id;
        }
        int[] rows = rowsAgain.toTakeBack(known, chosen == null ? List.of() : chosen);
        if (rows.length == 0) {
            return "redirect:/imports/" + id;
        }
        TakeBackForecast foresight = forecast.getIfAvailable();
        TakeBackView takeBack =
                new TakeBackView(
                        rows.length,
                        chosen == null ? List.of() : chosen,
                        foresight == null ? null : foresight.outlook(id, rows, areas));
        fill(known, model);
        model.addAttribute("takeBack", takeBack);
        return "imports/take-back";
    }

    /** By a key of the page's own: two presses of its button begin one import. */
    @Limited(Limit.IMPORTS)
    @PostMapping("/imports/{id}/take-back")
    String takeBack(
            @PathVariable UUID id,
            @RequestParam(name = "row", required = false) @Nullable List<Integer> chosen,
            @RequestParam(defaultValue = "false") boolean learnerEmails,
            @RequestParam(required = false) @Nullable UUID key,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        return page(
                id,
                rowsAgain.takeBack(
                        find(imports, id),
                        chosen == null ? List.of() : chosen,
                        learnerEmails,
                        administrator.submitter(),
                        key == null ? null : "portal:take-back:" + key));
    }

    @GetMapping("/imports/{id}/run-again")
    String beforeRunningAgain(@PathVariable UUID id, ImportsOf imports, Model model) {
        Import known = find(imports, id);
        int rows = rowsAgain.toRunAgain(known).length;
        if (rows == 0) {
            return "redirect:/imports/" + id;
        }
        fill(known, model);
        model.addAttribute("rows", rows);
        return "imports/run-again";
    }

    /** Verifies only: a real run passes the page that shows whom it is about. */
    @Limited(Limit.IMPORTS)
    @PostMapping("/imports/{id}/run-again")
    String runAgain(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID key,
            ImportsOf imports,
            @AuthenticationPrincipal Administrator administrator)
            throws IOException {
        Import known = find(imports, id);
        String page =
                page(
                        id,
                        rowsAgain.runAgain(
                                known,
                                Mode.VERIFY_ONLY,
                                administrator.submitter(),
                                key == null ? null : "portal:run-again:" + key));
        return known.mode().isReal() ? page + "/apply" : page;
    }

    private void fill(Import known, Model model) {
        model.addAttribute("view", new ImportView(known, wording, Instant.now()));
        model.addAttribute("key", UUID.randomUUID());
    }

    /** Where nothing is left to do, the page of the import tells who has begun it. */
    private static String page(UUID id, Optional<Submission> submission) {
        return "redirect:/imports/" + submission.map(Submission::importId).orElse(id);
    }

    private static Import find(ImportsOf imports, UUID id) {
        return imports.find(id).orElseThrow(NotFoundException::new);
    }
}
