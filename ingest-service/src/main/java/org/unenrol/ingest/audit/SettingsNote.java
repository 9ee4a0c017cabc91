package org.unenrol.ingest.audit;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.unenrol.audit.AuditDetail;
import org.unenrol.audit.AuditEvent;
import org.unenrol.audit.AuditHistory;
import org.unenrol.audit.AuditKind;
import org.unenrol.audit.AuditTrail;

/**
 * Records with which settings the service has started, where they are others than the last time.
 */
@Component
class SettingsNote {

    private final AuditTrail trail;
    private final AuditHistory history;

    SettingsNote(AuditTrail trail, AuditHistory history) {
        this.trail = trail;
        this.history = history;
    }

    @EventListener
    void started(ApplicationReadyEvent event) {
        note(SettingsText.of(event.getApplicationContext().getEnvironment()));
    }

    void note(String settings) {
        AuditEvent event =
                AuditEvent.of(AuditKind.SETTINGS_READ).with(AuditDetail.SETTINGS, settings);
        boolean same =
                history.newest(AuditKind.SETTINGS_READ)
                        .filter(last -> last.details().equals(event.details()))
                        .isPresent();
        if (!same) {
            trail.record(event);
        }
    }
}
