import { Grid } from "antd";

/** Whether there is room for the menu beside the page, and for columns that stay in sight. */
export const useWide = () => Grid.useBreakpoint().lg ?? true;
