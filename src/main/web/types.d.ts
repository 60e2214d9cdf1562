// bpmn-js ships no type for its navigated viewer's entry file
declare module 'bpmn-js/lib/NavigatedViewer';
