package org.jiuzhu.lead;

/** What a source is told; each kind once per lead. */
public enum ReplyKind {
    CASE_OPENED(LeadState.CASE_OPENED),
    LINKED(LeadState.LINKED),
    TRANSFERRED(LeadState.TRANSFERRED),
    ANSWERED(LeadState.ANSWERED),
    UNFOUNDED(LeadState.UNFOUNDED),
    CASE_CLOSED(LeadState.CLOSED);

    private final LeadState state;

    ReplyKind(LeadState state) {
        this.state = state;
    }

    LeadState state() {
        return state;
    }

    String messageKey() {
        return "lead.reply." + name();
    }
}
