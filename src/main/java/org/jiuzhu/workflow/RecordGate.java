package org.jiuzhu.workflow;

/** Answers whether a service record stands behind a task; the module that keeps records implements it. */
public interface RecordGate {

    boolean hasRecord(String taskId);
}
