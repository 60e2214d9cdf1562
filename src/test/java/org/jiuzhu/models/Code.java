package org.jiuzhu.models;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jiuzhu.workflow.ForModels;
import org.jiuzhu.workflow.TaskHandler;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.support.SimpleBeanDefinitionRegistry;
import org.springframework.context.annotation.AnnotationBeanNameGenerator;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.core.type.filter.TypeFilter;
import org.springframework.objenesis.SpringObjenesis;
import org.springframework.util.ClassUtils;

/**
 * What models may refer to outside of their own files.
 *
 * @param modules every Java module
 * @param beans classes that models may call, by bean name
 * @param tasks the module that handles a user task, by the task's id
 * @param tests simple names of the test classes
 * @param roles the realm's roles
 */
public record Code(
        Set<String> modules, Map<String, Bean> beans, Map<String, String> tasks, Set<String> tests, Set<String> roles) {

    private static final String ROOT = "org.jiuzhu";

    record Bean(String module, Class<?> type) {}

    public static Code ofTheProduct() {
        return new Code(modulesOfTheProduct(), beansForModels(), handledTasks(), testClasses(), realmRoles());
    }

    private static String moduleOf(Class<?> type) {
        String below = type.getPackageName().substring(ROOT.length() + 1);
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }

    private static Set<String> modulesOfTheProduct() {
        return list(Path.of("src/main/java/org/jiuzhu"), false)
                .filter(Files::isDirectory)
                .map(folder -> folder.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Bean> beansForModels() {
        Map<String, Bean> beans = new TreeMap<>();
        var registry = new SimpleBeanDefinitionRegistry();
        components(new AnnotationTypeFilter(ForModels.class))
                .forEach(found -> beans.put(
                        AnnotationBeanNameGenerator.INSTANCE.generateBeanName(found, registry),
                        new Bean(moduleOf(type(found)), type(found))));
        return beans;
    }

    private static Map<String, String> handledTasks() {
        Map<String, String> tasks = new TreeMap<>();
        components(new AssignableTypeFilter(TaskHandler.class)).forEach(found -> {
            Class<?> type = type(found);
            // A handler's key is a constant: it is read without building what the handler needs.
            TaskHandler handler = (TaskHandler) new SpringObjenesis().newInstance(type);
            tasks.put(handler.taskKey(), moduleOf(type));
        });
        return tasks;
    }

    private static Set<String> testClasses() {
        return list(Path.of("src/test/java"), true)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.endsWith(".java"))
                .map(name -> name.replace(".java", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> realmRoles() {
        try {
            JsonNode realm = new ObjectMapper()
                    .readTree(Path.of("keycloak/jiuzhu-realm.json").toFile());
            return StreamSupport.stream(realm.path("roles").path("realm").spliterator(), false)
                    .map(role -> role.path("name").asText())
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static Stream<BeanDefinition> components(TypeFilter filter) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(filter);
        return scanner.findCandidateComponents(ROOT).stream().filter(found -> !type(found)
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath()
                .contains("test-classes"));
    }

    private static Class<?> type(BeanDefinition found) {
        return ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null);
    }

    private static Stream<Path> list(Path folder, boolean deep) {
        try (var files = Files.walk(folder, deep ? Integer.MAX_VALUE : 1)) {
            return files.filter(file -> !file.equals(folder)).toList().stream();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
