// stands in for flatpickr, which form-js imports for a date field that controls.tsx replaces
export default function noCalendar(): never {
  throw new Error('dates use the native control');
}
