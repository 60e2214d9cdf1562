package org.jiuzhu.models;

import java.util.regex.Pattern;
import java.util.stream.Stream;

final class NamingRules {

    private static final Pattern NODE = Pattern.compile(
            "(startEvent|endEvent|userTask|serviceTask|ruleTask|sendTask|receiveTask|callActivity|gateway|timer"
                    + "|message|catchEvent|subProcess)_[a-z][A-Za-z]+");
    private static final Pattern USER_TASK = Pattern.compile("userTask_[a-z][A-Za-z]+");

    private NamingRules() {}

    static Stream<String> fileIsNamedLikeItsId(Models models) {
        return models.all()
                .filter(file -> !file.fileName().equals(file.id()))
                .map(file -> file.path() + ": holds " + file.id());
    }

    static Stream<String> folderIsAModule(Models models, Code code) {
        return models.all()
                .filter(file -> !code.modules().contains(file.module()))
                .map(file -> file.path() + ": no Java module " + file.module());
    }

    static Stream<String> idsAreWords(Models models) {
        return models.processes().stream()
                .flatMap(file -> Stream.concat(
                        file.nodes().stream()
                                .filter(node -> !NODE.matcher(node.getId()).matches())
                                .map(node -> file.path() + ": " + node.getId() + " does not say what it is"),
                        file.userTasks().stream()
                                .filter(task -> !USER_TASK.matcher(task.getId()).matches())
                                .map(task ->
                                        file.path() + ": user task " + task.getId() + " is not named userTask_…")));
    }
}
